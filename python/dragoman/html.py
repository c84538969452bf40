"""How a notebook shows a record: the text with those who act, the places and the times marked in it, and tables of the facts."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from ._dragoman import Entity, Evidence, Record

COLOURS = {
    "person": "#fde3a7",
    "organisation": "#c5d9f1",
    "country": "#d4ecc8",
    "media": "#e4d4f4",
    "group": "#f7d4c4",
    "place": "#cdeeee",
    "time": "#e6e6e6",
}
MARK = (
    '<mark style="background:{colour};color:#111;padding:.1em .3em;border-radius:.3em" title="{title}">{text}'
    '<span style="font-size:.7em;font-weight:bold;margin-left:.4em;text-transform:uppercase">{label}</span></mark>'
)


def _spans(record: Record) -> Iterable[tuple[int, int, str, str]]:
    """What is marked: begin, end, kind, and what is shown under the pointer."""
    for entity in record.entities:
        said = ", ".join([entity.name, *(f"{role.title}" for role in entity.roles[:2]), *filter(None, [entity.country])])
        for mention in entity.mentions:
            yield mention.begin, mention.end, entity.type, said
    for place in record.places:
        for span in place.mentions:
            yield span.begin, span.end, "place", ", ".join(filter(None, [place.name, place.country]))
    for time in record.times:
        yield time.begin, time.end, "time", time.value


def _marked(record: Record) -> str:
    text, out, at = record.text, [], 0
    for begin, end, kind, title in sorted(_spans(record), key=lambda span: (span[0], -span[1])):
        if begin < at:
            continue
        out.append(escape(text[at:begin]))
        out.append(MARK.format(colour=COLOURS[kind], title=escape(title), text=escape(text[begin:end]), label=kind))
        at = end
    out.append(escape(text[at:]))
    return "".join(out).replace("\n", "<br>")


def _names(entities: Iterable[Entity]) -> str:
    return ", ".join(entity.name for entity in entities)


def _table(title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    head = "".join(f'<th style="text-align:left">{escape(cell)}</th>' for cell in heads)
    body = "".join(
        "<tr>" + "".join(f'<td style="text-align:left">{escape(cell)}</td>' for cell in row) + "</tr>" for row in rows
    )
    return f"<h4>{escape(title)}</h4><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _words(evidence: Evidence) -> str:
    return " ".join(evidence.text.split())


def to_html(record: Record) -> str:
    """One piece of HTML that needs nothing from elsewhere; all that the report says is escaped."""
    events = [
        (event.type, _names(event.actors), _names(event.recipients), event.status, event.date.value if event.date else "",
         f"{event.confidence:.2f}", _words(event.evidence))
        for event in record.events
    ]
    statements = [
        (_names(statement.speakers), " … ".join(" ".join(span.text.split()) for span in statement.content), statement.status,
         f"{statement.confidence:.2f}")
        for statement in record.statements
    ]
    meetings = [
        (_names(meeting.participants), meeting.status, meeting.date.value if meeting.date else "", f"{meeting.confidence:.2f}",
         _words(meeting.evidence))
        for meeting in record.meetings
    ]
    positions = [
        (position.actor.name, position.stance, position.tense or "", position.issue.label if position.issue else "",
         position.condition.text if position.condition else "", f"{position.confidence:.2f}", _words(position.evidence))
        for position in record.positions
    ]
    return "".join([
        f'<div style="line-height:2">{_marked(record)}</div>',
        _table("Events", ("type", "actors", "recipients", "status", "date", "confidence", "words"), events),
        _table("Statements", ("speakers", "content", "status", "confidence"), statements),
        _table("Meetings", ("participants", "status", "date", "confidence", "words"), meetings),
        _table("Positions", ("whose", "stance", "tense", "on", "condition", "confidence", "words"), positions),
    ])
