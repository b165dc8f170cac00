/** The whole venue as a process, tried from outside; and the rules of the house. */
package io.ratel.server;
