/**
 * The operations, described: an OpenAPI 3.1 document for programs and one page for people, both
 * read from the declarations and therefore never out of date.
 */
@NullMarked
package io.ratel.gateway.openapi;

import org.jspecify.annotations.NullMarked;
