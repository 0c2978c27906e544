INSERT INTO movie (id, server_id, title, title_key, year, other_titles, people, genres, popularity, facts, catalogued) VALUES
 (1, 0, 'Interview', 'interview', 2007, '', 'Ann Other', 'Drama', 1.5,
  '{"cast":["Ann Other"],"run_time_minutes":83,"official_ratings":[{"system":"MPAA","rating":"R","country":"US","explanation":"100% for “language”"}],"external_ids":{"imdb":"tt0480269","tmdb":"14195","wikidata":"Q1666899"}}', true),
 (2, 1111, 'School play', 'school play', 0, '', '', '', 0, '{}', false);
INSERT INTO review (id, movie_id, server_id, revision, removed, deciding_age_years, quality, last_updated) VALUES
 (1, 1, 0, 2, false, 17, 3, NULL),
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
INSERT INTO draft (id, server_id, version, author, updated_by, updated_at, review_id, base_revision, document) VALUES
 (1, 1111, 3, '42', '43', '2024-05-03 12:00:00+00:00', 2, 1, '{"movie":{"title":"School play","year":2023}}');
INSERT INTO suggestion (id, server_id, movie_id, author_id, kind, state, made_at, text, text_key, representations, tell_by_dm, decided_by, decided_at) VALUES
 (1, 1111, 1, 44, 'diversity', 'approved', '2024-05-03 12:00:00+00:00', 'A café owner.', 'a cafe owner', 'gender', true, '42', '2024-05-04 12:00:00+00:00');
INSERT INTO community_review (id, server_id, movie_id, author_id, voice, suggested_age_years, stars, written_at, text, visibility, cleared) VALUES
 (1, 1111, 1, 44, 'parent', 15, 4, '2024-05-03 12:00:00+00:00', 'Long talks.', 'shown', false);
INSERT INTO community_report (community_review_id, reporter_id, made_at) VALUES
 (1, 45, '2024-05-03 12:00:00+00:00');
INSERT INTO wanted_movie (server_id, movie_id, title_key, title, year, asked, votes, last_asked) VALUES
 (1111, 0, 'no such movie', 'no such movie', 0, 2, 1, '2024-05-03');
INSERT INTO outcome_count (server_id, day, outcome, count) VALUES
 (1111, '2024-05-03', 'unknown', 2);
INSERT INTO audit_entry (id, server_id, made_at, author, action, detail) VALUES
 (1, 1111, '2024-05-03 12:00:00+00:00', '42', 'member blocked', '46');
INSERT INTO blocked_member (server_id, user_id, author, made_at) VALUES
 (1111, 46, '42', '2024-05-03 12:00:00+00:00');
INSERT INTO departure (server_id, left_at) VALUES
 (2222, '2024-05-03 12:00:00+00:00');
