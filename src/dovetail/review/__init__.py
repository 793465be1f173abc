"""What a log says of a plan and of a runner: matching and signals, pure and without judgement."""
