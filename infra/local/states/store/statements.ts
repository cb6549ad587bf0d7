import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Every statement of the store, prepared once. */
export function prepare(db: DatabaseSync) {
  return { ...executionStatements(db), ...frameStatements(db), ...timerStatements(db) };
}

function upsert(db: DatabaseSync, table: string, columns: string[], update: string[]): StatementSync {
  const values = columns.map(() => '?').join(', ');
  const changes = update.map((column) => `${column} = excluded.${column}`).join(', ');
  return db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values}) ON CONFLICT (${columns[0]}) DO UPDATE SET ${changes}`,
  );
}

/** State machines, their revisions, and executions. */
function executionStatements(db: DatabaseSync) {
  return {
    machine: db.prepare('SELECT doc FROM machines WHERE arn = ?'),
    machines: db.prepare('SELECT doc FROM machines ORDER BY arn'),
    saveMachine: upsert(db, 'machines', ['arn', 'doc'], ['doc']),
    revision: db.prepare('SELECT doc FROM revisions WHERE id = ?'),
    saveRevision: upsert(db, 'revisions', ['id', 'doc'], ['doc']),
    execution: db.prepare('SELECT doc FROM executions WHERE arn = ?'),
    executions: db.prepare(
      `SELECT seq, doc FROM executions WHERE machine_arn = ? AND (? IS NULL OR status = ?) AND seq < ?
       ORDER BY seq DESC LIMIT ?`,
    ),
    running: db.prepare('SELECT doc FROM executions WHERE status = ? ORDER BY seq'),
    saveExecution: upsert(db, 'executions', ['arn', 'machine_arn', 'status', 'doc'], ['status', 'doc']),
  };
}

/** Threads of control. */
function frameStatements(db: DatabaseSync) {
  return {
    frame: db.prepare('SELECT doc FROM frames WHERE id = ?'),
    frames: db.prepare('SELECT doc FROM frames WHERE execution_arn = ? ORDER BY id'),
    children: db.prepare('SELECT doc FROM frames WHERE parent_id = ? ORDER BY position'),
    addFrame: db.prepare('INSERT INTO frames (execution_arn, parent_id, position, phase, doc) VALUES (?, ?, ?, ?, ?)'),
    saveFrame: db.prepare('UPDATE frames SET phase = ?, doc = ? WHERE id = ?'),
    removeFrame: db.prepare('DELETE FROM frames WHERE id = ?'),
  };
}

/** Timers, tokens and the history. */
function timerStatements(db: DatabaseSync) {
  return {
    addTimer: db.prepare('INSERT INTO timers (execution_arn, frame_id, at, doc) VALUES (?, ?, ?, ?)'),
    nextTimer: db.prepare('SELECT id, doc FROM timers ORDER BY at, id LIMIT 1'),
    removeTimer: db.prepare('DELETE FROM timers WHERE id = ?'),
    clearFrameTimers: db.prepare('DELETE FROM timers WHERE frame_id = ?'),
    clearHeartbeat: db.prepare(`DELETE FROM timers WHERE frame_id = ? AND doc ->> 'kind' = 'heartbeat'`),
    clearExecutionTimers: db.prepare('DELETE FROM timers WHERE execution_arn = ?'),
    token: db.prepare('SELECT doc FROM tokens WHERE token = ?'),
    saveToken: upsert(db, 'tokens', ['token', 'frame_id', 'doc'], ['doc']),
    lastEventId: db.prepare('SELECT max(id) AS value FROM events WHERE execution_arn = ?'),
    addEvent: db.prepare('INSERT INTO events (execution_arn, id, doc) VALUES (?, ?, ?)'),
    eventsUp: db.prepare('SELECT doc FROM events WHERE execution_arn = ? AND id > ? ORDER BY id LIMIT ?'),
    eventsDown: db.prepare('SELECT doc FROM events WHERE execution_arn = ? AND id < ? ORDER BY id DESC LIMIT ?'),
  };
}
