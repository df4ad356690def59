// run_duckdb.mjs: runs the SQL of its standard input in the working directory, as the program `duckdb` does; prints the rows.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const statements = await connection.extractStatements(readFileSync(0, 'utf8'));
for (let i = 0; i < statements.count; i += 1) {
  const reader = await (await statements.prepare(i)).runAndReadAll();
  const isQuestion = reader.columnNames().length > 0 && !['Count', 'Success'].includes(reader.columnNames()[0]);
  if (isQuestion) for (const row of reader.getRows()) console.log(row.join(','));
}
