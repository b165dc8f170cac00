/** Series, news and the calendar at the door. */
@NullMarked
package io.ratel.gateway.reference;

import org.jspecify.annotations.NullMarked;
