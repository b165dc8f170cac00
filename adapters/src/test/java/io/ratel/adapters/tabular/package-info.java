/** Tables of every form. */
@NullMarked
package io.ratel.adapters.tabular;

import org.jspecify.annotations.NullMarked;
