"""The look of a letter on a page: the house's tokens, and no more classes than it needs."""

from __future__ import annotations

STYLE = """\
*, ::before, ::after { box-sizing: border-box; }
* { margin: 0; }
:root {
  color-scheme: light dark;
  --bg: #f2f5f8; --surface: #fff; --ink: #121927; --ink-2: #424b5a; --ink-3: #5c6573;
  --line: #d8dde2; --run: #1a5ec2; --run-soft: #e2eeff; --strength: #c9642e;
  --recovery: #3a8681; --recovery-soft: #e2f3f1; --ease: #f4cd4b; --ease-soft: #fef4ce;
  --on-ease: #231903; --stop: #971123; --on-stop: #fff;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --serif: ui-serif, "New York", "Noto Serif", Charter, Georgia, serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --bg: #0b0e14; --surface: #141921; --ink: #f0f4f7; --ink-2: #bdc5cf; --ink-3: #969fab;
    --line: #2b313b; --run: #61a0f4; --run-soft: #182743; --strength: #ea975c;
    --recovery: #6eb3ae; --recovery-soft: #162e2d; --ease: #f2ce59; --ease-soft: #372c11;
    --stop: #af2934;
  }
}
body { background: var(--bg); color: var(--ink); font: 17px/1.45 var(--sans);
  font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; }
header, main { max-width: 45rem; margin-inline: auto; padding-inline: 1rem; }
header { display: flex; align-items: center; gap: .5rem; padding-block: 1rem;
  font-weight: 750; letter-spacing: -.02em; }
header svg { width: 1.75rem; height: 1.75rem; }
.run { fill: var(--run); } .strength { fill: var(--strength); }
main { padding-block-end: 3rem; }
.kicker { font-size: 13px; font-weight: 650; color: var(--ink-3); }
h1 { font-size: 31px; line-height: 1.15; letter-spacing: -.022em; text-wrap: balance; }
h2 { font-size: 20px; line-height: 1.15; letter-spacing: -.012em; }
article { background: var(--surface); border: 1px solid var(--line); border-radius: 18px;
  margin-block-start: 1rem; padding: 1rem; display: grid; gap: 1.5rem; }
.voice { font-family: var(--serif); line-height: 1.6; max-width: 38rem; text-wrap: pretty; }
section { display: grid; gap: .5rem; }
ul { list-style: none; padding: 0; display: grid; gap: .5rem; }
.changes li { border-inline-start: 3px solid var(--line); padding-inline-start: .75rem; }
.changes .asks { border-color: var(--run); background: var(--run-soft); padding: .75rem;
  border-radius: 0 12px 12px 0; overflow-wrap: anywhere; }
.focus { background: var(--bg); border-radius: 12px; padding: 1rem; }
.focus .voice { font-size: 20px; line-height: 1.45; }
.state { grid-template-columns: auto 1fr; column-gap: .75rem; border-radius: 12px;
  padding: 1rem; }
.state svg { width: 44px; height: 44px; }
.state .ground { fill: var(--sign); } .state .mark { fill: none; stroke: var(--on-sign);
  stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.state.ease { --sign: var(--ease); --on-sign: var(--on-ease); background: var(--ease-soft); }
.state.rest { --sign: var(--recovery); --on-sign: var(--surface);
  background: var(--recovery-soft); }
.state.stop { --sign: var(--on-stop); --on-sign: var(--stop); background: var(--stop);
  color: var(--on-stop); }
details { border-block-start: 1px solid var(--line); padding-block-start: .5rem;
  font-size: 15px; color: var(--ink-2); }
summary { min-height: 48px; display: flex; align-items: center; font-weight: 600;
  cursor: pointer; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem .75rem; }
dt { font: 13px/1.7 ui-monospace, monospace; color: var(--ink-3); } dd { margin: 0; }
:focus-visible { outline: 3px solid var(--run); outline-offset: 2px; }
@media (min-width: 960px) { article { padding: 2rem; } }
@media (prefers-contrast: more) { :root { --ink-2: var(--ink); --ink-3: var(--ink); } }
@media print {
  @page { margin: 18mm; }
  body { background: none; font-size: 11pt; }
  header, main { max-width: none; padding: 0; }
  header { padding-block-end: 4mm; }
  article { border: 0; padding: 0; gap: 4mm; }
  h1 { font-size: 20pt; } h2 { font-size: 12pt; } .focus .voice { font-size: 12pt; }
  section, li { break-inside: avoid; }
  h2 { break-after: avoid; }
  details { display: none; }
  .state, .focus, .asks { border: 1px solid #7e8792; print-color-adjust: exact; }
}
"""
BRAND = (
    '<svg viewBox="0 0 32 32" aria-hidden="true"><path class="run" d="M2 5a3 3 0 0 1 3-3h22a3 3 0'
    ' 0 1 3 3v7.5h-7.2L25 22H7l2.2-9.5H2z"/><path class="strength" d="M2 14.5h4.7L4.5 24h23l-2.2'
    '-9.5H30V27a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3z"/></svg>'
)
SIGNS = {
    "ease": '<path class="ground" d="M22 2l20 20-20 20L2 22z"/><path class="mark"'
    ' d="M22 13v17M15 23l7 7 7-7"/>',
    "rest": '<circle class="ground" cx="22" cy="22" r="20"/><path class="mark"'
    ' d="M11 23q5.500-7 11 0t11 0"/>',
    "stop": '<path class="ground" d="M14 2h16l12 12v16L30 42H14L2 30V14z"/><path class="mark"'
    ' d="M12 22h20"/>',
}
"""A shape for each state, so that it can be read in grey: diamond, disc, octagon."""
