/**
 * Tables from anywhere, JSON or CSV, by configuration: where the rows are, which column is which
 * field, how times are written. This is how exports and HTTP services without a connector of their
 * own (Wind, Tushare, JYDB, a house's own files) come in, and calendars and news in JSON.
 */
@NullMarked
package io.ratel.adapters.tabular;

import org.jspecify.annotations.NullMarked;
