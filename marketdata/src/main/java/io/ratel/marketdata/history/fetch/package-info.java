/**
 * The work of fetching what is not stored: questions, the items they make, the ports to the items'
 * store, to the venues and to the store of rows, and the workers between them. An item is held on a
 * lease; each page is stored, then entered into the ledger together with the lease, so a worker
 * that was thought dead can store rows twice, which changes nothing, but enter nothing.
 */
@NullMarked
package io.ratel.marketdata.history.fetch;

import org.jspecify.annotations.NullMarked;
