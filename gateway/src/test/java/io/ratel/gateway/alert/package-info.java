/** Users' alerts at the doors. */
@NullMarked
package io.ratel.gateway.alert;

import org.jspecify.annotations.NullMarked;
