"""What has rows rather than a shape: exercises, templates, principles, sources, sentences."""
