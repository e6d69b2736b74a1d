/** What core's packages share and nobody else uses; the module does not export it. */
package io.framewire.internal;
