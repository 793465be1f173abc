"""What a letter tells first where it has no room for all: a table, each row with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

PartName = Literal["gate", "did", "read", "changes", "stays", "week", "focus"]
Rows = tuple[tuple[str, str], ...]

RANKS: Mapping[PartName, Rows] = {
    "gate": (
        ("LE500", "To see someone comes before everything."),
        ("LE501", "Rest is the plan while it is needed."),
        ("LE502", "No running, whatever else may be done."),
        ("LE503", "Less of it: the reader wants to know that it is for now."),
        ("AD", "Which gate, in its own words."),
    ),
    "did": (
        ("LE511", "A race is what the week was about."),
        ("LE512", "Silence decides how all else is read."),
        ("LE513", "How much of the week came about."),
        ("LE510", "The same, while the week is not over."),
        ("LE514", "Nothing was asked yet."),
        ("LE517", "One session left out: the fear of owing it is taken first."),
        ("LE524", "Two left out: the same."),
        ("LE525", "All left out: the same."),
        ("LE518", "Several left out: the same."),
        ("LE523", "What may still come today is not counted as left out."),
        ("LE521", "Work beside the plan wants to be seen, or it is done twice."),
        ("LE522", "What came in late is counted."),
        ("LE520", "Two key runs among what was left out."),
        ("LE519", "One key run among it."),
        ("LE515", "A session cut short counts."),
        ("LE516", "Several cut short count."),
    ),
    "read": (
        ("LE546", "Pain that no gate speaks of."),
        ("LE545", "Soreness that has its cause and is over: the fear of it is taken."),
        ("LE544", "Soreness that has its cause."),
        ("LE535", "Much more than asked."),
        ("LE534", "Easy runs that are not easy: the commonest mistake."),
        ("LE536", "Form that went: it comes before weight."),
        ("LE547", "Sleep, when it was short often."),
        ("MS", "A mistake seen in the log."),
        ("LE530", "What a race says of the months before it."),
        ("LE532", "A key run that was harder than asked."),
        ("LE529", "Key runs as asked."),
        ("LE531", "A key run as asked."),
        ("LE533", "A key run that was easier."),
        ("LE539", "A test of both sides."),
        ("LE541", "A test, against the last one."),
        ("LE540", "A test, for the first time."),
        ("LE538", "A lift with something to spare."),
        ("LE537", "A lift that was clean."),
        ("LE543", "A lift that slips."),
        ("LE542", "A lift that grows."),
        ("LE549", "From a first week little is read."),
        ("LE548", "What was not told cannot be read."),
    ),
    "changes": (
        ("AD", "The decision, in the words of its rule."),
        ("LE550", "The question that belongs to it."),
        ("LE560", "Nothing, because each morning decides."),
        ("LE561", "Nothing, because nothing was told."),
        ("LE567", "Nothing, although it was much more."),
        ("LE562", "Nothing, although it was harder."),
        ("LE563", "Nothing, although something was left out or cut short."),
        ("LE564", "Nothing, although there was more."),
        ("LE565", "Nothing, because it went as asked."),
        ("LE566", "Nothing, because it goes as asked so far."),
        ("LE554", "A strength phase that waits, and what opens it."),
        ("LE553", "A yes that was heard."),
        ("LE552", "A no that was heard."),
        ("LE555", "A session that is gone."),
        ("LE557", "A session that moved."),
        ("LE556", "A session that is easier."),
        ("LE559", "A session that is new."),
        ("LE558", "A session that is harder."),
        ("AI", "What a change came from, where no decision has said it."),
        ("LM", "The limit that a change came from."),
        ("LE551", "What is in force already."),
    ),
    "stays": (
        ("LE570", "The days on which a week leans."),
        ("LE554", "A strength phase that still waits."),
        ("LE572", "All else, so that nobody looks for more changes."),
        ("LE571", "Fewer sets are no smaller weights."),
        ("LE573", "Easy running, in one sentence."),
    ),
    "week": (
        ("LE580", "The plan is over."),
        ("LE583", "Race week."),
        ("LE582", "The size of the week."),
        ("LE584", "The size of a week without a long run."),
        ("LE581", "What the week in hand still holds."),
        ("LE589", "Tests are prepared for."),
        ("LE588", "The key run."),
        ("LE585", "A lighter week has its reason."),
        ("LE586", "A recovery week has its reason."),
        ("LE587", "A taper has its reason."),
        ("LE577", "The next lighter week, and the race in it."),
        ("LE576", "The next lighter week."),
        ("LE578", "The next race."),
    ),
    "focus": (
        ("LE590", "Someone is to be seen."),
        ("LE591", "Rest is the task."),
        ("LE592", "A painful place is watched."),
        ("LE594", "One line a session, after silence."),
        ("LE595", "Nothing new in race week."),
        ("LE596", "Form first, control second, weight last."),
        ("LE597", "Sleep is worth more than any session."),
        ("LE593", "Easy runs were too hard."),
        ("LE601", "After the goal's race nothing is to be proven."),
        ("LE598", "A lighter week is kept light."),
        ("LE599", "The key run to come."),
        ("LE600", "Easy running is never wrong."),
    ),
}
"""By part: the code of what may be told, or the two letters of its family, the first first."""


def rank(part: PartName, code: str) -> int:
    """Return the place of a code in its part; 0 is told first."""
    codes = [row for row, _ in RANKS[part]]
    return codes.index(code if code in codes else code[:2])
