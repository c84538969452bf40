"""The index of tellings as rows, whatever runs and chunks it is kept in (src/store/key_runs.h)."""


def entries(db):
    """(list, block of days, key, rank, fact) of all entries, in order."""
    def number(blob, at):
        value = shift = 0
        while True:
            value |= (blob[at] & 0x7F) << shift
            shift += 7
            at += 1
            if blob[at - 1] < 0x80:
                return value, at

    found = []
    for of_list, block, blob in db.execute("SELECT r.list, r.block, k.entries FROM telling_keys k JOIN telling_runs r ON r.id = k.id >> 24"):
        at = key = 0
        while at < len(blob):
            more, at = number(blob, at)
            key += more
            rank = int.from_bytes(blob[at:at + 4], "little", signed=True)
            fact, at = number(blob, at + 4)
            found.append((of_list, block, key, rank, fact))
    return sorted(found)
