/** The roles, on an exchange in memory. */
package io.ratel.server.role;
