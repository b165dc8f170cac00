/**
 * Ways in that others vouch for: a browser that was sent to Google and comes back, a page that
 * Telegram has told who its reader is, and the links between accounts there and users here.
 */
@NullMarked
package io.ratel.gateway.identity.external;

import org.jspecify.annotations.NullMarked;
