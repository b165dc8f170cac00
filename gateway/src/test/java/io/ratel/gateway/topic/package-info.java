/** Topics by themselves, fed by hand. */
@NullMarked
package io.ratel.gateway.topic;

import org.jspecify.annotations.NullMarked;
