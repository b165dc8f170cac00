/** What the table of permissions says, as a page that people can read. */
@NullMarked
package io.ratel.security.permission;

import org.jspecify.annotations.NullMarked;
