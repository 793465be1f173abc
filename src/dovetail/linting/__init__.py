"""Any plan judged by the planner's own rules: findings, each with one smallest fix."""
