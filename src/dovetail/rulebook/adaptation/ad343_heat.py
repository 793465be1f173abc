"""AD343: in great heat hard runs get shorter, in more of it nothing is hard or long."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import Ease
from dovetail.domain.signals import Weather
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """By WBGT; where nobody knows it, by the air in the shade and how humid it is."""
    weather = case.signals.weather
    degree = _degree(case, weather)
    if degree is None:
        return None
    limit, hot = degree
    number = case.principles.number
    left = Ease(quality="less", long_share=number("heat_eases", "long"))
    if limit == "none":
        left &= Ease(quality="easy", fastest="easy", run_min=number("heat_eases", "most_min"))
    facts: Facts = {"heat_c": round(hot), "run_min": round(number("heat_eases", "most_min"))}
    return Eased(left, {**facts, "heat": f"heat.{limit}"}, weather.events)


def _degree(case: GateCase, weather: Weather) -> tuple[str, float] | None:
    number = case.principles.number
    if weather.wbgt_c is not None:
        return _above(weather.wbgt_c, number("heat", "wbgt_less"), number("heat", "wbgt_none"))
    if weather.air_c is None:
        return None
    humid = (weather.humidity_pct or 0.0) > number("heat", "humid_pct")
    less = number("heat", "air_humid_less" if humid else "air_less")
    none = number("heat", "air_humid_none" if humid else "air_none")
    return _above(weather.air_c, less, none)


def _above(hot: float, less: float, none: float) -> tuple[str, float] | None:
    if hot > none:
        return "none", hot
    return ("less", hot) if hot > less else None


RULE = Gate("AD343", source="dovetail", ease=ease, principles=("heat", "heat_eases"))
