"""Ways in and out: pure readers and writers of files; they know the domain and nothing else of the project."""
