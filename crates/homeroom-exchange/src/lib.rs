#![doc = include_str!("../README.md")]

mod dataset;

pub use dataset::{Dataset, FileReport, Progress, ReadOptions, ReadReport};
