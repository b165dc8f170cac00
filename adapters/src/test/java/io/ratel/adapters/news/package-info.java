/** Headlines. */
@NullMarked
package io.ratel.adapters.news;

import org.jspecify.annotations.NullMarked;
