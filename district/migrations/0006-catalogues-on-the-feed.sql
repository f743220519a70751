-- Editions of the catalogue are a few rows among very many: found without reading the feed.
CREATE INDEX catalogue_on_feed ON feed (stream, feed_seq) WHERE kind = 'catalogue';
