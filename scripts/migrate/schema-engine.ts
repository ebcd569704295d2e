// Prisma's own migration engine as WebAssembly: no download, the same on every machine.
// Only `diff` is used. Its `migrations` target must stay unused: it would replay the history in
// the database that it is given.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type * as EngineModule from "@prisma/schema-engine-wasm";
import pg from "pg";

export type SchemaFile = { path: string; content: string };

/**
 * The SQL that turns the database into what the schema files describe, or null where it already
 * is. Blind to triggers, CHECK constraints, collations and expression indexes. Reads only.
 */
export async function diffDatabaseWithSchema(options: {
  url: string;
  schema: SchemaFile[];
}): Promise<string | null> {
  const { SchemaEngine } = await loadEngine();
  const files = options.schema;
  const engine = await SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(readingAdapter(options.url)),
  );
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: process.cwd() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? null : (stdout ?? "");
  } finally {
    engine.free();
  }
}

type EngineBindings = typeof EngineModule &
  WebAssembly.ModuleImports & { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };

let engineModule: Promise<typeof EngineModule> | undefined;

// Once a process: the bindings keep views of the memory of the instance they were given first.
function loadEngine(): Promise<typeof EngineModule> {
  engineModule ??= instantiateEngine();
  return engineModule;
}

async function instantiateEngine(): Promise<typeof EngineModule> {
  // The bindings look for this global when the engine panics, to say why.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`Prisma's migration engine stopped: ${message}`);
      },
    },
  });
  // The package's `exports` hide the WebAssembly file, and Node 20 cannot import one.
  const folder = dirname(
    createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  // The file that the package's types describe, without its loader.
  const bindings = (await import(
    pathToFileURL(join(folder, "schema_engine_bg.js")).href
  )) as EngineBindings;
  const wasm = await WebAssembly.instantiate(readFileSync(join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(wasm.instance.exports);
  // The one export that starts the module; WebAssembly has no types for its exports.
  (wasm.instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

function readingAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connectForReading(url),
    connectToShadowDb: () => Promise.reject(new Error("No shadow database: use a scratch one.")),
  };
}

const ONE_BYTE_CHAR = 18;
const PADDED_CHAR = 1042;
const CHAR_MARK = "\u0000char";

// The engine's catalogue queries return PostgreSQL's one-byte "char" (type 18), which the adapter
// refuses. Such columns pass it as padded text under a marked name and get their type back here.
async function connectForReading(url: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const queryPool = pool.query.bind(pool);
  pool.query = async function queryMarkingChars(config: pg.QueryArrayConfig) {
    const result = await queryPool(config);
    for (const field of result.fields) {
      if (field.dataTypeID !== ONE_BYTE_CHAR) continue;
      field.dataTypeID = PADDED_CHAR;
      field.name += CHAR_MARK;
    }
    return result;
    // The adapter calls this one of the pool's many overloads and no other.
  } as typeof pool.query;

  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    result.columnNames.forEach((name, column) => {
      if (!name.endsWith(CHAR_MARK)) return;
      result.columnNames[column] = name.slice(0, -CHAR_MARK.length);
      result.columnTypes[column] = ColumnTypeEnum.Character;
    });
    return result;
  };
  return adapter;
}
