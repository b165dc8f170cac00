/** Indicators and alerts of a running venue, by hand, by program and after a restart. */
@NullMarked
package io.ratel.server.alert;

import org.jspecify.annotations.NullMarked;
