"""Recognising which movies a message names. Knows titles and words; knows nothing of reviews, ages or Discord."""
