-- The day on which a dossier got its result: what the lists of a day are made from.
ALTER TABLE dossier ADD COLUMN ready_on TEXT;
CREATE INDEX dossier_ready_on ON dossier (ready_on) WHERE ready_on IS NOT NULL;
