"""Documents in and out: athlete.toml, log.jsonl, plan.json and what describes them."""
