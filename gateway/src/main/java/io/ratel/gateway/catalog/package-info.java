/** What can be traded and watched, by name and by number, remembered between questions. */
@NullMarked
package io.ratel.gateway.catalog;

import org.jspecify.annotations.NullMarked;
