"""Buttons, selects and modals. Each carries ids only and finds everything else again when it is pressed."""
