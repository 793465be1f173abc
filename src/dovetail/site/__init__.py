"""Where the commands are put together; the only place that knows them all."""
