INSERT INTO movie (id, server_id, title, title_key, year, other_titles, people, genres, popularity, facts) VALUES
 (1, 0, 'Interview', 'interview', 2007, '', 'Ann Other', 'Drama', 1.5,
  '{"cast":["Ann Other"],"run_time_minutes":83,"official_ratings":[{"system":"MPAA","rating":"R","country":"US","explanation":"100% for “language”"}],"external_ids":{"imdb":"tt0480269","tmdb":"14195","wikidata":"Q1666899"}}'),
 (2, 1111, 'School play', 'school play', 0, '', '', '', 0, '{}');
INSERT INTO review (id, movie_id, server_id, revision, removed, recommended_age_years, quality, last_updated) VALUES
 (1, 1, 0, 2, false, NULL, 3, NULL),
 (2, 2, 1111, 1, false, 9, NULL, NULL);
INSERT INTO review_revision (review_id, number, author, made_at, reason, document) VALUES
 (1, 1, 'starter library', '2024-05-01 12:00:00+00:00', 'first', '{"movie":{"title":"Interview","year":2007,"cast":["Ann Other"],"genres":["Drama"],"run_time_minutes":83,"official_ratings":[{"system":"MPAA","rating":"R","country":"US","explanation":"100% for “language”"}],"external_ids":{"imdb":"tt0480269","tmdb":"14195","wikidata":"Q1666899"},"popularity":1.5},"grid":{"language":{"level":4,"note":"Much."}}}'),
 (1, 2, 'operator', '2024-05-02 12:00:00+00:00', 'rated', '{"movie":{"title":"Interview","year":2007,"cast":["Ann Other"],"genres":["Drama"],"run_time_minutes":83,"official_ratings":[{"system":"MPAA","rating":"R","country":"US","explanation":"100% for “language”"}],"external_ids":{"imdb":"tt0480269","tmdb":"14195","wikidata":"Q1666899"},"popularity":1.5},"quality":3,"grid":{"language":{"level":4,"note":"Much."}}}'),
 (2, 1, '42', '2024-05-01 12:00:00+00:00', 'own', '{"movie":{"title":"School play"},"recommended_age_years":9}');
INSERT INTO title_change (version, server_id, movie_id, kind, mark) VALUES
 (1, 0, 1, 'put', 'abcdef'),
 (2, 1111, 2, 'put', 'abcdef');
INSERT INTO server_settings (server_id, number, author, made_at, reason, document) VALUES
 (1111, 1, '42', '2024-05-01 12:00:00+00:00', 'set', '{"guide_channel_ids": [7], "moderator_role_ids": [], "rating_systems": ["BBFC"]}');
