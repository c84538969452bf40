"""The index of tellings and that of near copies as rows, whatever runs and chunks they are kept in (src/store/key_runs.h)."""


def entries(db, index="telling"):
    """(list, part, key, rank, fact) of all entries, in order."""
    def number(blob, at):
        value = shift = 0
        while True:
            value |= (blob[at] & 0x7F) << shift
            shift += 7
            at += 1
            if blob[at - 1] < 0x80:
                return value, at

    found = []
    for of_list, block, blob in db.execute(f"SELECT r.list, r.block, k.entries FROM {index}_keys k JOIN {index}_runs r ON r.id = k.id >> 24"):
        at = key = 0
        while at < len(blob):
            more, at = number(blob, at)
            key += more
            rank = int.from_bytes(blob[at:at + 4], "little", signed=True)
            fact, at = number(blob, at + 4)
            found.append((of_list, block, key, rank, fact))
    return sorted(found)
