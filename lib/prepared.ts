import type postgres from "postgres";

/** Longer lists make a statement of their own for each length: not worth keeping on the server. */
const MOST_PARAMETERS = 40;

/**
 * Drizzle hands each statement over as one that comes once. Prepared, PostgreSQL parses it once per connection, and
 * answers in one exchange instead of two.
 */
export function preparing(client: postgres.Sql): postgres.Sql {
  return new Proxy(client, {
    get(target, key, receiver) {
      if (key === "unsafe") return prepared(target);
      if (key === "begin")
        return (work: Work) => target.begin((transaction) => work(within(transaction)));
      return Reflect.get(target, key, receiver);
    },
  });
}

type Work = (transaction: postgres.TransactionSql) => unknown;

function within(client: postgres.TransactionSql): postgres.TransactionSql {
  return new Proxy(client, {
    get(target, key, receiver) {
      if (key === "unsafe") return prepared(target);
      if (key === "savepoint")
        return (work: Work) => target.savepoint((savepoint) => work(within(savepoint)));
      return Reflect.get(target, key, receiver);
    },
  });
}

const prepared =
  (client: Pick<postgres.Sql, "unsafe">): postgres.Sql["unsafe"] =>
  (query, parameters = [], options) =>
    client.unsafe(query, parameters, {
      ...options,
      prepare: parameters.length <= MOST_PARAMETERS,
    });
