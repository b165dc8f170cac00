/** Alerts on real markets in memory, with a store that is a list. */
@NullMarked
package io.ratel.marketdata.alert;

import org.jspecify.annotations.NullMarked;
