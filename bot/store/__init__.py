"""The review store on SQLite or PostgreSQL. Implements the application's ports; knows no face and no settings."""
