/** Lists of revoked certificates, good and forged, offered to a node whose clock the test rules. */
@org.jspecify.annotations.NullMarked
package io.ratel.security.revocation;
