/** Which topics a pattern means, and which it never can. */
@NullMarked
package io.ratel.gateway.topic.pattern;

import org.jspecify.annotations.NullMarked;
