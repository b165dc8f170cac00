/**
 * What is left of a secret after it was used: a dump of the heap and a log of everything that was
 * said are searched for a marker that no test holds in the clear.
 */
@NullMarked
package io.ratel.server.secret;

import org.jspecify.annotations.NullMarked;
