const queries = {
  ids: 'SELECT id FROM passages',
  /** Entries and leaves that changed the counts, by point. */
  counted:
    "SELECT point_id, SUM(CASE WHEN direction = 0 AND decision <> 'stop' THEN counted ELSE 0 END) FROM passages GROUP BY point_id",
  flow: 'SELECT point_id, SUM(came), SUM(came) - SUM(went) - SUM(expired) FROM flow_counts GROUP BY point_id',
  inside: 'SELECT point_id, SUM(inside) FROM presences GROUP BY point_id',
  batches: "SELECT payload FROM audit_events WHERE action = 'passages.batch'",
};

function hex(bytes) {
  return Buffer.from(bytes).toString('hex');
}

function byPoint(rows, column) {
  return new Map(rows.map((row) => [hex(row[0]), Number(row[column])]));
}

/** Ids of 16 bytes, joined. */
function idsOfBatch([payload]) {
  const bytes = Buffer.from(JSON.parse(String(payload)).ids, 'base64url');

  return Array.from({ length: bytes.length / 16 }, (_, i) => hex(bytes.subarray(i * 16, i * 16 + 16)));
}

/**
 * What a database holds, straight from the tables. Ids are 32 hex digits; counts are by point.
 * @param {{ read(queries: string[]): Promise<unknown[][][]> }} books
 */
export async function readBooks(books) {
  const [ids, counted, flow, inside, batches] = await books.read(Object.values(queries));

  return {
    ids: ids.map(([id]) => hex(id)),
    audited: batches.flatMap(idsOfBatch),
    counted: byPoint(counted, 1),
    came: byPoint(flow, 1),
    stay: byPoint(flow, 2),
    inside: byPoint(inside, 1),
  };
}
