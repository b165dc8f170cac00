/** Sources that are asked, each with answers in its published form. */
@NullMarked
package io.ratel.adapters.polled;

import org.jspecify.annotations.NullMarked;
