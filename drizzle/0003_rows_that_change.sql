-- Every delivery is written three times: planned, attempted, settled. Its state is in the conditions of two indexes,
-- so PostgreSQL can never update it in place; but where its page has room, the new version lies beside the old one,
-- which the next look at the page clears away. Measured with 20,000 deliveries in batches of 500, autovacuum off
-- (November 2026, PostgreSQL 18.4): with full pages the table grew from 150 to 480 bytes a delivery while it was sent,
-- and 1,238 bytes of log were written for each attempt and its outcome; with pages that are filled to 45 % it was 340
-- bytes from beginning to end, and 961 of log. With 35 % the log was the same and the table larger.
--
-- A broadcast to a million leaves as many dead rows when it is pruned. By PostgreSQL's own measure, a fifth of the table,
-- the room of two million would lie waste in one of ten million before the next broadcast could use it; and a plan for
-- the rows of today would be made by what was known yesterday.
ALTER TABLE "deliveries" SET (
	fillfactor = 45,
	autovacuum_vacuum_scale_factor = 0.05,
	autovacuum_vacuum_threshold = 10000,
	autovacuum_analyze_scale_factor = 0.02,
	autovacuum_analyze_threshold = 10000
);
