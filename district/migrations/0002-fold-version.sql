-- Which way of folding the state was made by: what another build folded is folded again from the log.
ALTER TABLE dossier ADD COLUMN fold_version integer NOT NULL DEFAULT 0;
CREATE INDEX dossier_fold ON dossier (fold_version);
