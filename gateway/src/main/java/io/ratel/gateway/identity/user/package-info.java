/**
 * Users as those who run the platform keep them: added, suspended, given a role or a licence,
 * deleted with a receipt of what went. A user's own leaving is here too.
 */
@NullMarked
package io.ratel.gateway.identity.user;

import org.jspecify.annotations.NullMarked;
