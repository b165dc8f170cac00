/**
 * Rules that belong to somebody. {@link io.ratel.marketdata.alert.Alerts} keeps a user's alerts in
 * the {@link io.ratel.marketdata.alert.AlertStore} and has those that are on watched by {@link
 * io.ratel.marketdata.alert.AlertEngine}, which listens to the markets. What fires is first stored
 * and then told, so that whoever hears of it also finds it; the store takes an alert's firing once,
 * whoever else saw it.
 */
@NullMarked
package io.ratel.marketdata.alert;

import org.jspecify.annotations.NullMarked;
