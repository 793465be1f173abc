"""dovetail check of a plan that somebody typed: what was understood, then what the rules find."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import date

from dovetail.application.check_typed import check_typed
from dovetail.cli.arguments import local_today, parse_date
from dovetail.cli.kept_athlete import read_kept_athlete
from dovetail.cli.kept_plan import width_of
from dovetail.cli.principles import library_with
from dovetail.content.library import read_library
from dovetail.content.sentences import read_sentences
from dovetail.domain.errors import BadInput, in_file
from dovetail.domain.plan import Finding
from dovetail.domain.typed_plan import TypedPlan
from dovetail.explaining.speaker import Speaker
from dovetail.formats.check_text import check_json, check_text
from dovetail.formats.typed.door import read_typed
from dovetail.formats.typed.summary import facts, paragraphs, refuse_what_is_no_plan
from dovetail.formats.typed_check_text import of_typed


def checked(options: Namespace) -> tuple[str, tuple[Finding, ...]]:
    """Return what to print about a typed plan, and what was found in it."""
    today = local_today() if options.today is None else parse_date(options.today)
    plan = _read(options, today)
    athlete = read_kept_athlete(options.athlete, today) if options.athlete else None
    library = library_with(options.principles) if options.principles else read_library()
    judgement = check_typed(plan, athlete=athlete, library=library, today=today)
    level = athlete.level if athlete else "beginner" if plan.beginner else "intermediate"
    units = athlete.preferences.units if athlete else plan.unit or "km"
    say = Speaker(read_sentences(), units=units, level=level)
    judged = of_typed(judgement.plan, judgement.titles, paragraphs(plan, say), say)
    judged = replace(judged, facts=facts(plan))
    if options.format == "json":
        return check_json(judged, judgement.findings, say=say), judgement.findings
    width = width_of(options.width)
    return check_text(judged, judgement.findings, say=say, width=width), judgement.findings


def _read(options: Namespace, today: date) -> TypedPlan:
    plan = read_typed(options.plan, today)
    try:
        refuse_what_is_no_plan(plan)
    except BadInput as error:
        raise in_file(error, str(options.plan)) from None
    return plan
