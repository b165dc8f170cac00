/**
 * Certificates of whole processes: a venue that speaks HTTPS, files that change under it, and a
 * fleet whose nodes enrol, meet, and are revoked.
 */
@org.jspecify.annotations.NullMarked
package io.ratel.server.trust;
