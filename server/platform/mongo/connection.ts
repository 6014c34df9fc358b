// Connecting to the document store, embedded or a replica set, with one plain sentence when it cannot be reached.
import mongoose, { type Connection } from 'mongoose';

export const connectStore = async (uri: string): Promise<Connection> => {
  const connection = mongoose.createConnection(uri, {
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: 10_000,
    maxPoolSize: 20,
    // the store keeps what this driver wrote
    enableUtf8Validation: false,
    writeConcern: { w: 'majority', journal: true },
  });
  await connection.asPromise();
  return connection;
};

/** Declared indexes are law; an index dropped by hand comes back at the next start. */
export const prepareIndexes = async (connection: Connection): Promise<void> => {
  for (const name of connection.modelNames()) {
    const model = connection.model(name);
    await model.createCollection();
    await model.createIndexes();
  }
};
