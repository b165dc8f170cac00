/** Headlines from RSS 2.0 and Atom (RFC 4287). */
@NullMarked
package io.ratel.adapters.news;

import org.jspecify.annotations.NullMarked;
