/** What is kept on this device beside short texts: databases of the browser, each with one store. */

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export const settled = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

/**
 * @param {string} name of the database @param {string} store
 * @param {IDBObjectStoreParameters} [keys]
 * @returns {Promise<IDBDatabase>}
 */
export function opened(name, store, keys) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store, keys);
  return settled(opening);
}

/**
 * One piece of work in a store that is opened for it.
 * @template T
 * @param {{ name: string, store: string, keys?: IDBObjectStoreParameters }} where
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work
 */
export async function inStore({ name, store, keys }, mode, work) {
  const database = await opened(name, store, keys);
  try {
    return await settled(work(database.transaction(store, mode).objectStore(store)));
  } finally {
    database.close();
  }
}
