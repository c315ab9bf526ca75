//! The kinds of value that a setting may have, written in a variable or in TOML.

/// A kind of value.
pub trait Value: Sized {
    /// Reads an environment variable.
    ///
    /// # Errors
    /// What may be written instead.
    fn from_variable(text: &str) -> Result<Self, String>;

    /// The value as `config.toml` has it.
    fn as_toml(&self) -> String;
}

impl Value for bool {
    fn from_variable(text: &str) -> Result<Self, String> {
        match text.to_ascii_lowercase().as_str() {
            "1" | "true" | "yes" | "on" => Ok(true),
            "0" | "false" | "no" | "off" => Ok(false),
            _ => Err(format!("\"{text}\" is neither: write true or false")),
        }
    }

    fn as_toml(&self) -> String {
        self.to_string()
    }
}

impl Value for String {
    fn from_variable(text: &str) -> Result<Self, String> {
        Ok(text.to_string())
    }

    fn as_toml(&self) -> String {
        toml::Value::String(self.clone()).to_string()
    }
}
