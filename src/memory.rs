//! How the program takes memory from the system and gives it back.
//!
//! The allocator of glibc has an area for each thread, and keeps what a thread has freed for that
//! thread: after work on all processors half of what the program holds is free, and nobody can use
//! it. A few areas serve as fast, and large tables are taken from the system and given back whole.
//! Elsewhere the allocator is left as it is.

#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod glibc {
    /// Areas that threads share.
    const AREAS: libc::c_int = 3;
    /// Bytes that an area grows by, and that may lie free at its end before they are given back: a
    /// sheet that is laid out and let go does not cost the system's pages each time.
    const STEP: libc::c_int = 512 * 1024;
    const SPARE: libc::c_int = 2 * 1024 * 1024;
    /// Bytes from which a piece is taken from the system by itself. Unless it is set, it grows.
    const LARGE: libc::c_int = 128 * 1024;

    #[allow(unsafe_code, reason = "a setting of the C library")]
    pub fn use_little() {
        // SAFETY: `mallopt` reads two numbers and can be called at any time.
        unsafe {
            libc::mallopt(libc::M_ARENA_MAX, AREAS);
            libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE);
            libc::mallopt(libc::M_TOP_PAD, STEP);
            libc::mallopt(libc::M_TRIM_THRESHOLD, SPARE);
        }
    }

    #[allow(unsafe_code, reason = "a call of the C library")]
    pub fn give_back() {
        // SAFETY: `malloc_trim` only gives back what is free, and can be called at any time.
        unsafe {
            libc::malloc_trim(0);
        }
    }
}

/// Sets the allocator to hold little; called once, before there are other threads.
pub fn use_little() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    glibc::use_little();
}

/// Gives what is free back to the system; worth it after work that needed much.
pub fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    glibc::give_back();
}
